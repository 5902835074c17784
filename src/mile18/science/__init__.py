"""Formulas of running, heat, fluid, food and sleep: numbers in, numbers out."""
