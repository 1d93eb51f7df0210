"""`python -m scripts.benchmarks`: kept empty, since every measuring process imports it
and would be weighed with whatever it imports."""

if __name__ == "__main__":
    from scripts.benchmarks.bench import main

    main()
