# The targets of Bidfolio. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help setup demo test check tests soak bench guide lock screens package deb clean

VENV := .venv/bin
OUT ?= dist
WORK ?= build
export QT_QPA_PLATFORM ?= offscreen
export PYTHONDONTWRITEBYTECODE = 1

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: ## make the environment .venv from the lock
	@python3 .ci/set_up.py

demo: setup ## fill two sample buyers' files from a sample supplier, then open the window
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then unset QT_QPA_PLATFORM; fi; $(VENV)/bidfolio demo

test: setup check tests ## every check and every test

check: setup ## formatting, lint, types (also as Windows and macOS see them), layers
	$(VENV)/ruff format --check .
	$(VENV)/ruff check .
	$(VENV)/mypy
	@for system in win32 darwin; do \
	  $(VENV)/mypy --platform $$system --cache-dir .mypy_cache/$$system --no-warn-unreachable || exit 1; done
	$(VENV)/lint-imports --no-cache
	$(VENV)/mkdocs build -q -f .ci/mkdocs.yml

tests: setup ## the tests, in random order, with coverage
	$(VENV)/pytest -q -n 2 -rs --cov --cov-report=term:skip-covered

soak: setup ## the long tests: kills, mutations, large data, pictures
	$(VENV)/pytest -q -m soak -rs --timeout 3000

bench: setup ## measure: times, memory, ratios to peers
	$(VENV)/pytest -q -m bench -rs -s --timeout 1200

guide: setup ## build the guide into build/guide
	$(VENV)/mkdocs build -q -f .ci/mkdocs.yml

screens: setup ## make the pictures in docs/
	$(VENV)/pytest -q -m soak -k screen -rs

lock: ## write requirements.lock anew (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url -o requirements.lock

package: setup ## build the program: a folder, on Linux also .deb and .tar.xz (OUT=dist)
	$(VENV)/python .ci/package.py --out $(OUT) --work $(WORK)

deb: ## make the .deb anew from the folder that was built
	$(VENV)/python .ci/package.py --out $(OUT) --work $(WORK) --only deb

clean: ## remove what was made
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
