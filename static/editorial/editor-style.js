// The editor puts its own rules into an inline <style>, which our content security policy refuses, unless it finds that
// such an element is there already. This one is of no known language: it styles nothing and no policy looks at it.
// form.css has the editor's rules.
{
  const nothing = document.createElementNS("urn:entente:nothing", "style");
  nothing.setAttribute("data-tiptap-style", "");
  document.head.append(nothing);
}
