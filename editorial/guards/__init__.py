"""What the database refuses: triggers that hold the rules for raw SQL and `QuerySet.update()` too, one table or topic a
file.

May use: `editorial.base` and `editorial.states`. Start with `common`, which has the parts that triggers are made of;
`operations` is what migrations call.
"""
