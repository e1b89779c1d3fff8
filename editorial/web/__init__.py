"""What stands between a request and a view: middleware, logging in, templates, streaming, and the pages of guests.

May use: all features. Business rules never live here.
"""
