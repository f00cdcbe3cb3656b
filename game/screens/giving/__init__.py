"""Paying for a part of the help that survivors get: loaded when somebody opens it."""
