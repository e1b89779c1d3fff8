// What the prose editor must know beside its own extensions, so that it keeps whatever the house's HTML may hold
// (editorial/richtext/canonical.py): languages, abbreviations, a list's first number, where a link leads, a quotation's source.
import {
  Blockquote as BaseBlockquote,
  Extension,
  HTML as BaseHTML,
  Link as BaseLink,
  ListItem as BaseListItem,
  Mark,
  OrderedList as BaseOrderedList,
} from "django-prose-editor/editor";
import { ask, icon, languageField, word } from "editorial/prose-dialog";

/** An attribute that stands in the HTML as it stands in the document. */
const kept = (name) => ({
  default: null,
  parseHTML: (element) => element.getAttribute(name) || null,
  renderHTML: (attributes) => (attributes[name] ? { [name]: attributes[name] } : {}),
});

/** A mark with one attribute, which a dialog asks for; an empty answer takes the mark away. */
const marked = ({ name, tag, attribute, label, help, field, symbol }) =>
  Mark.create({
    name,
    inclusive: false,
    addAttributes: () => ({ [attribute]: kept(attribute) }),
    parseHTML: () => [{ tag: `${tag}[${attribute}]` }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    addMenuItems({ menu, buttons }) {
      menu.defineItem({
        name,
        groups: "marks",
        button: icon(buttons, symbol),
        active: (editor) => editor.isActive(name),
        enabled: (editor) => !editor.state.selection.empty || editor.isActive(name),
        async command(editor) {
          const before = editor.getAttributes(name);
          const given = await ask(editor, name, [field || { name: attribute, label, help }], before);
          if (!given) return;
          const chain = editor.chain();
          if (editor.state.selection.empty) chain.extendMarkRange(name, before);
          if (given[attribute]) chain.setMark(name, given).run();
          else chain.unsetMark(name).run();
        },
      });
    },
  });

/** A passage in another language than the text around it. */
export const Language = marked({
  name: "language",
  tag: "span",
  attribute: "lang",
  field: languageField("lang", "languageCode", "languageHelp"),
  symbol: "translate",
});

/** A short form with its long one. */
export const Abbreviation = marked({
  name: "abbreviation",
  tag: "abbr",
  attribute: "title",
  label: "abbreviationLong",
  help: "emptyRemoves",
  symbol: "short_text",
});

/** The language of a whole paragraph, list, cell and so on: kept where it was given. */
export const BlockLanguage = Extension.create({
  name: "blockLanguage",
  addGlobalAttributes: () => [
    {
      types: [
        "paragraph", "heading", "bulletList", "orderedList", "listItem", "blockquote", "table", "tableHeader", "tableCell",
      ],
      attributes: { lang: kept("lang") },
    },
  ],
});

export const Blockquote = BaseBlockquote.extend({
  addAttributes: () => ({ cite: kept("cite") }),
  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "blockquote:source",
      groups: "nodes",
      button: icon(buttons, "attribution"),
      hidden: (editor) => !editor.isActive("blockquote"),
      async command(editor) {
        const field = { name: "cite", label: "quoteSource", help: "quoteSourceHelp", type: "url", pattern: "https?://.*" };
        const given = await ask(editor, "blockquote:source", [field], editor.getAttributes("blockquote"));
        if (given) editor.commands.updateAttributes("blockquote", { cite: given.cite || null });
      },
    });
  },
});

/** An item begins with a paragraph in the editor; where the HTML has none, an empty one keeps what follows in the item. */
export const ListItem = BaseListItem.extend({
  parseHTML: () => [
    {
      tag: "li",
      contentElement: (item) => {
        const first = [...item.childNodes].find((node) => node.nodeType === Node.ELEMENT_NODE || node.data.trim());
        if (first?.matches?.("ul, ol, blockquote, table, h3, h4")) item.prepend(document.createElement("p"));
        return item;
      },
    },
  ],
});

export const OrderedList = BaseOrderedList.extend({
  addOptions() {
    return { ...this.parent?.(), enableListAttributes: false };
  },
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element) => Number.parseInt(element.getAttribute("start") || "1", 10) || 0,
      renderHTML: ({ start }) => (start === 1 ? {} : { start }),
    },
  }),
  renderHTML: ({ HTMLAttributes }) => ["ol", HTMLAttributes, 0],
  addNodeView: () => ({ HTMLAttributes }) => {
    const list = document.createElement("ol");
    for (const [name, value] of Object.entries(HTMLAttributes)) list.setAttribute(name, value);
    return { dom: list, contentDOM: list };
  },
  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "orderedList:start",
      groups: "lists",
      button: icon(buttons, "pin"),
      hidden: (editor) => !editor.isActive("orderedList"),
      async command(editor) {
        const field = { name: "start", label: "listStart", type: "number", min: 0, max: 9999, required: true };
        const given = await ask(editor, "orderedList:start", [field], editor.getAttributes("orderedList"));
        if (given) editor.commands.updateAttributes("orderedList", { start: Number(given.start) });
      },
    });
  },
});

/** The schemes that a link may have; without one it leads to a page of this site. */
const leadsSomewhere = (href) => /^(?:(?:https?|mailto|tel):|[^a-z]|[a-z0-9+.-]+(?:[^a-z+.\-:]|$))/i.test(href || "");

export const Link = BaseLink.extend({
  addOptions() {
    return { ...this.parent?.(), defaultProtocol: "https", isAllowedUri: leadsSomewhere };
  },
  addAttributes: () => ({ href: kept("href"), hreflang: kept("hreflang"), title: kept("title") }),
  addCommands() {
    return {
      ...this.parent?.(),
      addLink:
        () =>
        ({ editor }) => {
          if (editor.state.selection.empty && !editor.isActive("link")) return false;
          const fields = [
            { name: "href", label: "linkAddress", required: true },
            { name: "title", label: "linkTitle" },
            languageField("hreflang", "linkLanguage", "linkLanguageHelp"),
          ];
          const refuse = ({ href }) => (leadsSomewhere(href) ? "" : "linkRefused");
          ask(editor, "link", fields, editor.getAttributes("link"), refuse).then((given) => {
            if (!given) return;
            const attributes = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value || null]));
            editor.chain().extendMarkRange("link").setMark("link", attributes).run();
          });
          return true;
        },
    };
  },
});

export const HTML = BaseHTML.extend({
  addCommands: () => ({
    editHTML:
      () =>
      ({ editor }) => {
        const field = { name: "html", label: "htmlSource", help: "htmlHelp", type: "lines" };
        ask(editor, "html", [field], { html: editor.getHTML() }).then((given) => {
          if (given) editor.commands.setContent(given.html, { emitUpdate: true });
        });
        return true;
      },
  }),
});

/**
 * The row of buttons as a toolbar: named in the reader's language, one stop for the Tab key, arrows between its buttons
 * (https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/), and their state said, not only shown.
 */
export const Toolbar = Extension.create({
  name: "toolbar",
  // After the menu, which makes the buttons.
  priority: 10,
  onCreate({ editor }) {
    const bar = editor.extensionStorage.menu?.dom;
    if (!bar) return;
    const all = [...bar.querySelectorAll("button[data-name]")];
    const usable = () => all.filter((button) => !button.classList.contains("hidden"));
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", word("toolbar"));
    for (const button of all) {
      button.title = word(button.dataset.name);
      button.setAttribute("aria-label", button.title);
    }
    const stop = (chosen) => {
      for (const button of all) button.tabIndex = button === chosen ? 0 : -1;
    };
    const tell = () => {
      for (const button of all) {
        button.setAttribute("aria-pressed", String(button.classList.contains("active")));
        button.setAttribute("aria-disabled", String(button.classList.contains("disabled")));
      }
      const present = all.find((button) => button.tabIndex === 0);
      if (!present || present.classList.contains("hidden")) stop(usable()[0]);
    };
    bar.addEventListener("keydown", (event) => {
      const buttons = usable();
      const here = buttons.indexOf(document.activeElement);
      const next = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: -1 }[event.key];
      if (here < 0 || next === undefined) return;
      event.preventDefault();
      const chosen = buttons.at(next % buttons.length);
      stop(chosen);
      chosen.focus();
    });
    stop(usable()[0]);
    tell();
    editor.on("transaction", tell);
  },
});
