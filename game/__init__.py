"""Before You Go: a story game about safe migration."""
