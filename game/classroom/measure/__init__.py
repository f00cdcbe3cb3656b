"""What a class learned, in figures that are honest about chance and give nobody away. Pure functions over values."""
