"""The site among the real programs that stand around it on a real machine: PgBouncer, proxies, PostgreSQL that goes
away.
"""
