# Entente. `make run` and `make test` need Python 3.11 or newer and nothing else.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8000
VENV := .venv
PY := $(VENV)/bin/python
# The locks name everything, so nothing is resolved: what was released since they were made changes nothing.
INSTALL := $(VENV)/bin/pip install --quiet --disable-pip-version-check --no-deps --require-hashes
export LOCAL ?= 1
export PYTHONUNBUFFERED = 1

.PHONY: help run stop test check demo-to-copy fix states checks messages drills mutants bench lock coverage clean

help:
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

$(VENV)/run.done: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Entente needs Python 3.11 or newer; set PYTHON=…")'
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	$(INSTALL) -r requirements.txt
	@touch $@

$(VENV)/test.done: requirements-dev.txt $(VENV)/run.done
	$(INSTALL) -r requirements-dev.txt
	@touch $@

run: $(VENV)/run.done ## serve the site with its demo on http://localhost:8000 (PORT=… for another port)
	@$(PY) manage.py messages --compile
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py demo
	@$(PY) -m config.run --port $(PORT)

stop: $(VENV)/run.done ## stop the embedded database
	@$(PY) -c "from pathlib import Path; from config.database import stop_embedded; stop_embedded(Path('.entente/postgresql'))"

check: $(VENV)/test.done ## style, types, migrations, deployment settings, generated pages, catalogues
	@$(PY) manage.py messages --compile
	$(PY) .ci/check_locks.py requirements.in=requirements.txt requirements-dev.in=requirements-dev.txt
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/lint-imports --no-logo --no-cache
	$(VENV)/bin/mypy
	$(PY) -W error manage.py makemigrations --check --dry-run
	LOCAL=0 SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(64))') ALLOWED_HOSTS=example.org \
		$(PY) -W error manage.py check --deploy --fail-level WARNING
	$(PY) manage.py states --check
	$(PY) manage.py checks_doc --check
	$(PY) manage.py messages --check

# The demo that the browser's tests copy is made beside the checks, which leave a core idle.
# The browser's own loop must not run in a process that talks to the database: hence two runs.
test: $(VENV)/run.done ## everything: checks, unit, engine, journeys, browser, concurrency, faults
	@$(PY) manage.py messages --compile
	@$(MAKE) --no-print-directory --jobs 2 check demo-to-copy
	@sh .ci/browser
	@sh .ci/servers
	$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder --ignore tests/browser
	$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder tests/browser

demo-to-copy: $(VENV)/run.done
	@$(PY) -m tests.browser.demo

fix: $(VENV)/test.done ## what can be mended by machine
	-$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

states: $(VENV)/run.done ## write docs/states.md from the table of transitions
	@$(PY) manage.py states

checks: $(VENV)/run.done ## write docs/checks.md from the registry of content checks
	@$(PY) manage.py checks_doc

messages: $(VENV)/run.done ## bring the French and Spanish catalogues in line with the sources
	@$(PY) manage.py messages

drills: $(VENV)/test.done ## what needs a real clock, load and killed processes: some minutes; writes docs/drills.md
	@$(PY) manage.py messages --compile
	@sh .ci/servers
	$(PY) -m pytest tests/drills -n 0

mutants: $(VENV)/test.done ## put small faults into the rules and see that tests notice: an hour or more; writes docs/mutants.md
	@$(PY) manage.py messages --compile
	$(PY) -m tests.mutants.run

bench: $(VENV)/test.done ## measure; see docs/bench.md
	$(PY) bench/run.py

coverage: $(VENV)/test.done ## the tests with coverage
	$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder --ignore tests/browser --cov

lock: $(VENV)/test.done ## pin the libraries anew
	$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade requirements.in -o requirements.txt
	$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade requirements-dev.in -o requirements-dev.txt

clean: ## remove the environment and all local data, the embedded database included
	-@$(MAKE) --no-print-directory stop
	rm -rf $(VENV) .entente
