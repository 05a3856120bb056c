/** Mail programs know no custom properties: the light theme of app/ui/styles/tokens.css, spelled out. */
export const colors = {
  paper: '#faf7f0',
  card: '#fffdf8',
  ink: '#1f2421',
  inkSoft: '#5b625c',
  line: '#e4ddcf',
  green: '#1f5a43',
  onGreen: '#ffffff',
};

export const serif = 'Georgia, "Times New Roman", serif';
export const sans = 'Verdana, "Segoe UI", Helvetica, Arial, sans-serif';
