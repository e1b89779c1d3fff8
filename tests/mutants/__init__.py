"""Mutants: the rules with one small fault each, to see whether a test notices (`make mutants`).

`operators` makes them, `plugin` has a test run import one in the place of the module, `related` knows which tests run
which lines, `run` tries a sample and writes docs/mutants.md. Nobody but `make mutants` uses this package.
"""
