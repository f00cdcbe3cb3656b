"""Calls over the network that can be given up, end in time and tell nothing secret; whoever calls says what about."""
