def measure(*a, **k):
    return False
