"""Annual reports as PDF: content becomes data, data is set in type by a template, the file is kept."""
