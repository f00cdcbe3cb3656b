"""What a teacher takes away: lesson plans and reports, as PDF and as pages to print, and the data of a session.

Each paper is a `Document` (document.py), made from a level or from figures; two renderers turn the same document into
PDF and HTML, so the two cannot say different things.
"""
