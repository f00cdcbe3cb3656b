"""The client of the crowdfunding portal. It is loaded when somebody opens Give, and not before."""
