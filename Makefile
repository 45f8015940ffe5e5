# Needs Python 3.11 or later and make; everything else is installed into .venv by the first command.
# Another Python: make demo PYTHON=python3.12 (after `make clean` when .venv is there already).

PYTHON ?= python3 python3.14 python3.13 python3.12 python3.11
# Outside the locks, its builds have other hashes: the one for processors is meant, where pip finds it.
TORCH := 2.13.0
FIND_LINKS ?= $(shell .venv/bin/pip config get global.find-links 2>/dev/null)
PIP := .venv/bin/pip --disable-pip-version-check --no-input
COMPILE := .venv/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
	--python-version 3.11 --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test check lint training lock clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' Makefile

demo: .venv/.installed-demo ## Ranked, explained options for one invented person
	@.venv/bin/matching demo

test: .venv/.installed-dev ## The test suite on all cores; ARGS="-n0 -k rules" passes options on to pytest
	@.venv/bin/pytest -n auto $(ARGS)

check: lint test ## What CI checks: formatting, style, types, floors, then the test suite

lint: .venv/.installed-dev ## The same without the test suite
	@.venv/bin/ruff format --check
	@.venv/bin/ruff check
	@.venv/bin/mypy
	@PYTHONPATH=training .venv/bin/lint-imports --no-logo

training: .venv/.installed-train ## Install what `matching-train` and other encoders need (torch for the processor, 1 GB)

lock: .venv/bin/uv ## Write the lock files anew; ARGS=--upgrade moves to the newest versions
	@$(build_requirements) | $(COMPILE) $(ARGS) pyproject.toml - --output-file requirements.lock
	@$(build_requirements) | $(COMPILE) $(ARGS) pyproject.toml - --group dev --constraints requirements.lock \
		--output-file requirements-dev.lock
	@{ $(build_requirements); echo "torch==$(TORCH)+cpu" > .venv/torch.txt; } | $(COMPILE) $(ARGS) pyproject.toml - --extra train --group dev \
		--group transformer --group load --constraints requirements-dev.lock --constraints .venv/torch.txt --no-emit-package torch \
		$(addprefix --find-links ,$(FIND_LINKS)) --output-file requirements-train.lock

clean: ## Remove .venv, caches and builds; data stay
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .benchmarks
	@find src training tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The build tool (and what it wants for editable installs) is in the locks too: nothing is fetched without a hash.
build_requirements = .venv/bin/python -c "import pathlib, tomllib; \
	print(*tomllib.loads(pathlib.Path('pyproject.toml').read_text())['build-system']['requires'], 'editables', sep='\n')"

.venv/bin/pip:
	@for python in $(PYTHON); do \
		if "$$python" -c "import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))" 2>/dev/null; \
		then exec "$$python" -m venv --clear .venv; fi; \
	done; \
	echo "No Python 3.11 or later that can make a venv was found (tried: $(PYTHON)): install one" \
		"(on Debian and Ubuntu python3 and python3-venv), or name it, as in: make demo PYTHON=/path/to/python3" >&2; \
	exit 1

.venv/bin/uv: | .venv/bin/pip
	@$(PIP) install -qq uv

.venv/.installed-demo: requirements.lock pyproject.toml | .venv/bin/pip
	@echo "Installing into .venv; the first time takes about a minute" >&2
	@$(PIP) install -qq --require-hashes --requirement requirements.lock
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.installed-dev: requirements-dev.lock requirements.lock pyproject.toml | .venv/bin/pip
	@echo "Installing into .venv; the first time takes about a minute" >&2
	@$(PIP) install -qq --require-hashes --requirement requirements-dev.lock
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@touch .venv/.installed-demo $@

.venv/.installed-train: requirements-train.lock .venv/.installed-dev
	@$(PIP) install -qq torch==$(TORCH)
	@$(PIP) install -qq --no-deps --require-hashes --requirement requirements-train.lock
	@touch $@
