# `make demo` and `make test` set up what they need; run again, they start at once.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
PORT ?= 8000
PYTEST_ARGS ?=
DEMO_ARGS ?=
UPGRADE ?=
BENCHMARKS ?= checkworthiness extraction linking ingest

BIN := $(VENV)/bin
RUN := $(BIN)/python
PIP_INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes
COMPILE := $(BIN)/uv pip compile pyproject.toml --generate-hashes --quiet \
	--no-emit-index-url --no-emit-find-links --python-version 3.11

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint bench requirements clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.installed .env ## Load the demonstration's stories and serve them on 127.0.0.1 (PORT=8000)
	@$(RUN) manage.py demo --port $(PORT) $(DEMO_ARGS)

test: $(VENV)/.installed-dev ## Run the whole test suite
	ENV_FILE= $(BIN)/pytest -n auto $(PYTEST_ARGS)

lint: $(VENV)/.installed-dev ## Check style, types, import contracts, migrations and the API schema
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(RUN) manage.py makemigrations --check --dry-run
	$(RUN) manage.py spectacular --validate --fail-on-warn --file /dev/null

bench: $(VENV)/.installed-dev ## Measure (BENCHMARKS=api: the API, on an empty PostgreSQL)
	@for each in $(BENCHMARKS); do echo "== $$each" && $(RUN) -m benchmarks.$$each || exit 1; done

requirements: $(VENV)/.installed-dev ## Pin what pyproject.toml asks for, with hashes (UPGRADE=--upgrade: the newest)
	$(COMPILE) $(UPGRADE) --output-file requirements.txt
	$(COMPILE) $(UPGRADE) --group dev --constraints requirements.txt \
		--output-file requirements-dev.txt

clean: ## Remove the virtual environment, caches and the demonstration's data
	rm -rf $(VENV) var .mypy_cache .ruff_cache .import_linter_cache .pytest_cache .hypothesis

$(RUN):
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed, and none was found."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed; $(PYTHON) is older. Name another: make PYTHON=…"; exit 1; }
	@echo "Making a virtual environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt | $(RUN)
	@echo "Installing requirements.txt"
	@$(PIP_INSTALL) --requirement requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt | $(RUN)
	@echo "Installing requirements-dev.txt"
	@$(PIP_INSTALL) --requirement requirements-dev.txt
	@touch $@

.env: | $(RUN)
	@$(RUN) -c 'import secrets; print("DEBUG=true\nSECRET_KEY=" + secrets.token_urlsafe(50))' > $@
	@chmod 600 $@
	@echo "Wrote .env with a random SECRET_KEY"
