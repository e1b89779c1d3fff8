// Tables with their caption and with headers that say whether they head a column or a row.
import { pm, Table as BaseTable, TableCell as BaseCell, TableHeader as BaseHeader } from "django-prose-editor/editor";
import { ask, icon } from "editorial/prose-dialog";

const { TextSelection } = pm.state;
const { CellSelection, TableMap, cellAround } = pm.tables;

/** A cell's attributes: only those that the HTML keeps. Tables are as wide as their text, so no column has a width. */
const spans = {
  colspan: { default: 1 },
  rowspan: { default: 1 },
  colwidth: { default: null, parseHTML: () => null, rendered: false },
};

export const TableCell = BaseCell.extend({ addAttributes: () => spans });

export const TableHeader = BaseHeader.extend({
  addAttributes: () => ({
    scope: {
      default: null,
      parseHTML: (element) => element.getAttribute("scope") || null,
      renderHTML: ({ scope }) => (scope ? { scope } : {}),
    },
    ...spans,
  }),
});

/** The table around the selection, with its position; null outside tables. */
const tableAround = ({ $from }) => {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === "table") return { node: $from.node(depth), at: $from.before(depth) };
  }
  return null;
};

/** Where the cells stand that a header button is about: those selected, or else the row or column of the cursor. */
const chosenCells = (selection, scope) => {
  const found = [];
  if (selection instanceof CellSelection) {
    selection.forEachCell((_cell, at) => found.push(at));
    return found;
  }
  const table = tableAround(selection);
  const cell = cellAround(selection.$from);
  if (!table || !cell) return found;
  const map = TableMap.get(table.node);
  const start = table.at + 1;
  const here = map.findCell(cell.pos - start);
  const line =
    scope === "col"
      ? { left: 0, right: map.width, top: here.top, bottom: here.bottom }
      : { left: here.left, right: here.right, top: 0, bottom: map.height };
  return map.cellsInRect(line).map((at) => at + start);
};

/** Make the chosen cells headers of their columns or rows; or plain cells, if all of them were that already. */
const toggleScope = (scope) => ({ state, tr, dispatch }) => {
  const places = chosenCells(state.selection, scope);
  // The corner belongs to the header row, whichever button comes second.
  const other = scope === "col" ? "row" : "col";
  const cells = places.map((at) => ({ at, node: state.doc.nodeAt(at) }));
  const free = cells.length > 1 ? cells.filter(({ node }) => node.attrs.scope !== other) : cells;
  if (!free.length) return false;
  const { tableHeader, tableCell } = state.schema.nodes;
  const undo = free.every(({ node }) => node.type === tableHeader && node.attrs.scope === scope);
  if (dispatch) {
    for (const { at, node } of free) {
      const attributes = { ...node.attrs, scope: undo ? null : scope };
      tr.setNodeMarkup(at, undo ? tableCell : tableHeader, attributes);
    }
  }
  return true;
};

const captionField = { name: "caption", label: "tableCaptionText", help: "tableCaptionHelp" };
/** Single spaces, none at the ends; no-break spaces stay, they are meant. */
const oneLine = (text) => (text || "").replace(/[ \t\n\r\f]+/g, " ").replace(/^ | $/g, "");

export const Table = BaseTable.extend({
  addAttributes: () => ({
    caption: {
      default: "",
      parseHTML: (element) => oneLine(element.querySelector(":scope > caption")?.textContent),
      rendered: false,
    },
  }),

  // The caption is read with its table; left to itself, it would become a cell.
  parseHTML: () => [{ tag: "table" }, { tag: "caption", ignore: true }],

  renderHTML: ({ node, HTMLAttributes }) => {
    const caption = node.attrs.caption ? [["caption", {}, node.attrs.caption]] : [];
    return ["table", HTMLAttributes, ...caption, ["tbody", 0]];
  },

  addNodeView() {
    const make = this.parent();
    const { editor } = this;
    return (given) => {
      const view = make(given);
      const caption = document.createElement("caption");
      caption.contentEditable = "false";
      view.table.prepend(caption);
      const show = ({ attrs }) => {
        caption.textContent = attrs.caption;
        caption.hidden = !attrs.caption;
      };
      const update = view.update;
      view.update = (node) => {
        if (!update(node)) return false;
        show(node);
        return true;
      };
      caption.addEventListener("click", () => {
        editor.chain().focus(given.getPos() + 3).run();
        editor.commands.editTableCaption();
      });
      show(given.node);
      return view;
    };
  },

  addCommands() {
    return {
      ...this.parent?.(),
      toggleScope,
      editTableCaption:
        () =>
        ({ editor }) => {
          const table = tableAround(editor.state.selection);
          if (!table) return false;
          ask(editor, "table:caption", [captionField], table.node.attrs).then((answer) => {
            if (answer) editor.commands.updateAttributes("table", { caption: oneLine(answer.caption) });
          });
          return true;
        },
      insertTableWithOptions:
        () =>
        ({ editor }) => {
          const size = (name, label) => ({ name, label, type: "number", min: 1, max: 50, required: true });
          const fields = [
            captionField,
            size("rows", "tableRows"),
            size("columns", "tableColumns"),
            { name: "head", label: "tableHead", type: "checkbox" },
          ];
          ask(editor, "table", fields, { rows: 3, columns: 3, head: true }).then((answer) => {
            if (answer) editor.commands.command(insert(editor.schema.nodeFromJSON(blank(answer))));
          });
          return true;
        },
    };
  },

  addMenuItems(storage) {
    this.parent?.(storage);
    const { menu, buttons } = storage;
    // In no group that is shown: a header says what it heads, and the buttons below make such.
    menu.defineItem({ name: "table:toggleHeaderCell", groups: "unused" });
    const define = (name, symbol, command, active = () => false) =>
      menu.defineItem({
        name,
        groups: "table",
        command,
        active,
        button: icon(buttons, symbol),
        hidden: (editor) => !editor.isActive("table"),
      });
    define("table:caption", "subtitles", (editor) => editor.commands.editTableCaption());
    for (const [name, symbol, scope] of [
      ["table:columnHeaders", "border_top", "col"],
      ["table:rowHeaders", "border_left", "row"],
    ]) {
      const active = (editor) => editor.isActive("tableHeader", { scope });
      define(name, symbol, (editor) => editor.commands.toggleScope(scope), active);
    }
  },
});

/** Put a table where the selection is, and the cursor into its first cell. */
const insert =
  (table) =>
  ({ tr, dispatch }) => {
    if (dispatch) {
      const at = tr.selection.from;
      tr.replaceSelectionWith(table);
      tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView();
    }
    return true;
  };

/** An empty table as the editor takes it. */
const blank = ({ caption, rows, columns, head }) => {
  const row = (type, attrs) => ({
    type: "tableRow",
    content: Array.from({ length: Number(columns) }, () => ({ type, attrs, content: [{ type: "paragraph" }] })),
  });
  const content = Array.from({ length: Number(rows) }, (_row, at) =>
    head && at === 0 ? row("tableHeader", { scope: "col" }) : row("tableCell", {}),
  );
  return { type: "table", attrs: { caption: oneLine(caption) }, content };
};
