"""The class over HTTP: who may do what, the routes, and the streams. The table of routes: docs/classroom-api.md."""
