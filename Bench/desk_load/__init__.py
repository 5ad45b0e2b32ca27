"""A load driver for reporting desks: the same acts against any server that has an adapter. Standard library only."""
