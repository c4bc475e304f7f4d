# Norma: everything one does with a clone. `make help` lists it.

SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help setup run test interop bench bench-step tune peers lint clean command

VENV := .venv
VENV_JAX12 := .venv-jax12
VENV_PEERS := .venv-peers
DATA := .build-data
NORMA := .build/release/norma

help: ## Say what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what is missing: a BLAS library, the XLA plugin; say what cannot be installed
	@Scripts/setup

run: setup command ## Normalize a real model's embedding table and verify every row against float64
	@Scripts/run-model $(NORMA) $(DATA)

test: setup ## Run every test that needs no Python
	swift test --disable-xctest

interop: setup command $(VENV)/installed $(VENV_JAX12)/installed ## Compare with NumPy, JAX, ONNX Runtime and MLIR (installs them in .venv, .venv-jax12)
	NORMA=$(NORMA) PYTHONDONTWRITEBYTECODE=1 $(VENV)/bin/python -m pytest Tests/interop

bench: setup command ## Measure the cases of Bench/cases.json beside their limits and the peers found; tables, pictures and a page in .build-bench
	@mkdir -p .build-bench
	$(NORMA) bench --cases Bench/cases.json --json .build-bench/bench.json --csv .build-bench/bench.csv \
	  --html .build-bench/bench.html --svg .build-bench/pictures

tune: command ## Find the fastest schedules for the cases of Bench/cases.json, and hold the cost model against them
	@Scripts/tune-cases

peers: ## Install what the bench compares with, from PyPI, in .venv-peers (6 GB, PyTorch most of it)
	@Scripts/setup-peers $(VENV_PEERS)

bench-step: setup command $(VENV)/installed ## Time the gradient step of a residual MLP beside JAX, against its limit
	PYTHONDONTWRITEBYTECODE=1 $(VENV)/bin/python Scripts/bench-step

lint: ## Check format, scripts, file lengths and what git tracks
	@Scripts/lint

clean: ## Remove what was built, keep what was fetched
	rm -rf .build

command:
	swift build --configuration release --product norma

$(VENV)/installed: Tests/interop/requirements.txt Scripts/setup-python
	@Scripts/setup-python $(VENV) $< 3.11 3.13
	@touch $@

# Where there is no Python for it, setup-python says so and ends with 3, and the tests that need this JAX are skipped.
$(VENV_JAX12)/installed: Tests/interop/requirements-jax12.txt Scripts/setup-python
	@Scripts/setup-python $(VENV_JAX12) $< 3.12 3.14 || [ $$? -eq 3 ]
	@[ ! -d $(VENV_JAX12) ] || touch $@
