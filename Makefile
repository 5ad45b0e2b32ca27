# Meldloket. `make run` and `make test` install what they need (Tools/prepare.sh).

.DEFAULT_GOAL := help
.PHONY: help run build test check bench drill fuzz format

DEMO := .demo
BINARY := .build/release/meldloket
# The Swift runtime goes into the program: it starts faster, and a server needs no Swift.
RELEASE := swift build -c release --static-swift-stdlib

help: ## What can be done here
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1	/' | expand -t 10

run: build ## Start the demo on this machine and print its address
	@mkdir -p $(DEMO)
	$(BINARY) serve --demo --database $(DEMO)/meldloket.sqlite --secrets $(DEMO)/secrets.json \
		--cleaner-python .venv/bin/python --cleaner Tools/clean_document.py --printer Tools/print_document.py \
		--open-data 127.0.0.1:8082

build: ## Build .build/release/meldloket
	@Tools/prepare.sh run
	$(RELEASE) --product meldloket

test: ## Install what the tests need, then everything that can fail
	@Tools/prepare.sh test
	@Tools/check.sh --once

check: ## The same for while you work: installs nothing, builds again in a minute or two, and the program as it is shipped besides
	@Tools/check.sh

bench: ## Measure the release build on both engines, and put the table in docs/performance.md
	@Tools/prepare.sh test
	$(RELEASE) --product meldloket
	$(RELEASE) --product FillDesk
	.venv/bin/python Bench/run.py --write

drill: ## Fill disks, cut off the database, kill nodes, install in an empty Debian and more, for real; it needs root
	@Tools/prepare.sh drill
	swift build --product meldloket -Xcc -O2 -Xcxx -O2
	.venv/bin/python Tests/Drills/run.py

fuzz: ## Feed eight parsers that read from outside for an hour each with what libFuzzer thinks of
	@Tools/prepare.sh run
	MELDLOKET_FUZZING=1 swift build -c release --product FuzzParsers --scratch-path .build-fuzz --sanitize fuzzer -Xswiftc -enable-testing
	.venv/bin/python Tests/Fuzz/run.py

format: ## Write all Swift in the house style
	swift format -i -r Sources Tests Bench Package.swift
