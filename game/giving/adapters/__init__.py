"""Public places to give at: they tell how much was raised and where to donate, and never whether a donor did."""
