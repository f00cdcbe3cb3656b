"""Widgets, layout, focus, theme and text, painted on any `Canvas`. Knows no level and no device."""
