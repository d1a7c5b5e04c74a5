"""Crawls into rows: every page of many files, on all cores of one machine or on a cluster; the extra `backfill`.

One input file is one task (small pages share one). A task reads its records, drops those that cannot have a quote,
parses the rest in batches and writes its output, which counts only once it is complete. The engine (Daft) only hands
tasks to processes, so that the same plan runs on one machine and on Ray.
"""
