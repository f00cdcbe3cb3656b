"""Views as HTML: `render.render(page, words) -> str`, the whole document; `assets.asset(name)` for `GET /static/NAME`.

Pages work with script off: forms, and `<meta http-equiv="refresh">` where something is waited for. The policy of every
answer is `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src
'self'; form-action 'self'`: there are no inline scripts and no style attributes. With script, a page listens to its
stream and replaces its `main` when the version changes: docs/classroom-api.md.
"""
