"""One file a screen: turns what the player wants into actions, shows the state, and asks for the next screen."""
