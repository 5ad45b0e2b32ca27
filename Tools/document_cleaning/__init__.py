"""Removes from PDF and office documents what tells who made them."""
