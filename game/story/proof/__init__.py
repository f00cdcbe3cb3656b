"""Proofs about a level, over all states it can reach: what it promises, and what knowing is worth in it."""
