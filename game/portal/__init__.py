"""A sandbox crowdfunding portal: a program of its own, for giving without real money.

It serves docs/portal-openapi.yaml on 127.0.0.1, with fictional campaigns and a hosted checkout page, and keeps its
state in one SQLite file. The game starts it as a child and talks to it through HTTP alone:

    main.py portal --port 0 [--data FILE] [--faults]

It prints `listening on http://127.0.0.1:PORT` when it is ready, and ends when its standard input closes. In a test,
`game.portal.server.serving` runs it on a thread.
"""
