"""Which mile18 this is."""


def version() -> str:
    """The installed version; empty if mile18 runs without being installed."""
    # Slow to import, and rarely asked for.
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("mile18")
    except PackageNotFoundError:
        return ""
