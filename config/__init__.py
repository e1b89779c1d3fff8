"""Entente's project: settings, addresses and the WSGI entry point."""
