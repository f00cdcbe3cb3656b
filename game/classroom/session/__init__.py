"""The rules of a class session: values and functions, without a network, a clock, a file or chance of their own."""
