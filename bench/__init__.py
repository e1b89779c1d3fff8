"""Measuring Entente: `make bench` (see docs/bench.md)."""
