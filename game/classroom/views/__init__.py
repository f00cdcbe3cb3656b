"""What pages and screens of the class show, as frozen values: `parts`, `pupil`, `console`, `projector`.

A page is `render(view, words)` of `game.classroom.pages`, and nothing else: what is not in a view cannot be shown.
Where something must not be seen (votes before they are revealed, counts of fewer than five) its value is None, not
hidden.
Texts of levels and messages stand in views as they are; everything else a page says comes from the catalog of words.
`wire.as_json` turns any view into JSON for the desktop game.
"""
