"""What pictures are painted on: geometry and the `Canvas` protocol. Knows no device."""
