print("telefontid-benchmark")
