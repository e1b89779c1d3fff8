"""Addresses of the network: who is asking, which addresses are public, and where a link leads.

May use: `editorial.base`.
"""
