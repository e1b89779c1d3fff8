"""Checks of what content says: small, named, each with what it looks for, why, and how to mend what it finds.

- `registry` knows all checks; each stands in the file of its family (`links`, `headings`, `numbers`…), which `run`
  imports.
- `reading` and `texts` are what a check looks at; `addresses` and `lookup` tell where links lead.
- `run` runs the checks over an edition. What a required check finds bars the edition from review
  (`editorial.workflow.rules.permissions`); advice never does, and can be waived with a reason
  (`editorial.workflow.waivers`).

A check is a pure function of a `Reading`. docs/checks.md is made from the registry.
"""
