"""How a story ended, what changed, and what else could have been."""
