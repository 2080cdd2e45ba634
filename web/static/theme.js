// Light, dark or as the system says. Loaded before the page is drawn, so that nothing flashes.
(() => {
  const KEY = 'quotidian-theme';
  const order = ['automatic', 'light', 'dark'];
  const root = document.documentElement;

  function stored() {
    try {
      return localStorage.getItem(KEY) ?? 'automatic';
    } catch {
      return 'automatic';
    }
  }

  /** @param {string} theme */
  function apply(theme) {
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else delete root.dataset.theme;
    document.getElementById('theme')?.setAttribute('aria-label', `Theme: ${theme}`);
    document.getElementById('theme')?.setAttribute('title', `Theme: ${theme}`);
  }

  function next() {
    const theme = order[(order.indexOf(stored()) + 1) % order.length] ?? 'automatic';
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // Storage may be switched off: the choice then lasts as long as the page.
    }
    apply(theme);
  }

  apply(stored());
  document.addEventListener('DOMContentLoaded', () => {
    apply(stored());
    document.getElementById('theme')?.addEventListener('click', next);
  });
})();
