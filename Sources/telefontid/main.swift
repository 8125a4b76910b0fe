print("telefontid")
