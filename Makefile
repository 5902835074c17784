# Needs Python 3.11 or newer, make and git. Everything else is installed into .venv.

PYTHON ?= python3.13 python3.12 python3.11 python3
ARGS ?=
COMMIT ?=
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.DEFAULT_GOAL := help
.PHONY: help run test bench faults laws oracles soak package same measure read shell screenshots demo clean stale

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: .venv/installed ## Open the app; ARGS="show berlin-2027" is passed on
	@$(BIN)/python -m mile18 $(ARGS)

test: .venv/installed-dev ## Format, lint, types, layers and tests: all that must pass
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2

bench: .venv/installed ## Measure start, keystrokes and sums against baselines
	@$(BIN)/python tests/benchmarks/bench.py $(ARGS)

faults: .venv/installed ## Kill and disturb thousands of saves, and count what is lost: nothing
	@$(BIN)/python tests/benchmarks/faults.py $(ARGS)

laws: .venv/installed-dev ## Hold the laws against 2,000 examples, all keys and screens; takes long
	$(BIN)/pytest -n 2 -m law --every $(ARGS)

oracles: .venv/installed-dev ## Hold the heat load against a full model of sun and wind
	$(PIP) --editable ".[dev,oracles]"
	$(BIN)/pytest tests/science/test_wbgt_oracle.py

soak: .venv/installed-dev ## Press a million random keys; ARGS="--keys 5000" for fewer
	@$(BIN)/python tests/soak/soak.py $(ARGS)

package: .venv/installed-package ## Build mile18, install it in bare environments, try all there
	@$(BIN)/python tests/package/package.py

same: .venv/installed-dev ## Hold all that is said about 60 races against COMMIT=HEAD
	@PYTHONPATH=tests/support $(BIN)/python tests/house/same.py $(COMMIT)

measure: .venv/installed-dev ## Count files, circles and detours; COMMIT=NAME puts another beside it
	@PYTHONPATH=tests/support $(BIN)/python tests/house/measure.py $(COMMIT)

read: .venv/installed-dev ## Count words and sentences of each output, and how hard it reads
	@PYTHONPATH=tests/support $(BIN)/python tests/house/read.py

shell: .venv/installed-dev ## Make the shell completions and the manual page anew
	$(BIN)/python tests/house/shell_files.py

screenshots: .venv/installed-dev ## Draw the pictures of the README anew
	$(BIN)/python tests/support/screenshots.py

demo: .venv/installed-dev ## Draw the moving picture of the README from a real run
	$(BIN)/python tests/support/demo.py

clean: ## Remove .venv and everything else that can be made again
	rm -rf .venv .same .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache dist
	rm -f .coverage snapshot_report.html .soak*.json
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/installed: pyproject.toml .venv/pyvenv.cfg
	$(PIP) --editable .
	@echo "Set up. $(BIN)/mile18 is the command from now on; make run opens the app."
	@touch $@

.venv/installed-dev: pyproject.toml .venv/pyvenv.cfg
	$(PIP) --editable ".[dev]"
	@touch .venv/installed $@

.venv/installed-package: .venv/installed-dev
	$(PIP) --editable ".[dev,package]"
	@touch $@

# Scripts in .venv name the folder it was made in, and Python may be gone from where it was: then
# .venv is made again.
STALE := $(shell $(BIN)/python -c 'import pip' 2>/dev/null && \
	grep -qsF "$$(pwd -P)/.venv" .venv/pyvenv.cfg || echo stale)

# A shim may be on the PATH without a Python behind it, so each one is tried.
.venv/pyvenv.cfg: $(STALE)
	@for python in $(PYTHON); do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		found="$$python"; \
		"$$python" -c 'import ensurepip, venv' 2>/dev/null || continue; \
		echo "Making .venv with $$("$$python" --version)"; \
		"$$python" -m venv --clear .venv; \
		exit; \
	done; \
	if [ -n "$$found" ]; then \
		echo "$$found cannot make a virtual environment: it lacks venv or ensurepip." >&2; \
		echo "On Debian and Ubuntu: apt install python3-venv" >&2; \
	else \
		echo "Python 3.11 or newer is needed; none of these is: $(PYTHON)" >&2; \
		echo "If yours has another name: make PYTHON=/path/to/python" >&2; \
	fi; \
	exit 1
