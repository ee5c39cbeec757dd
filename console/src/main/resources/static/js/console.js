// What every page does beyond links and forms. Without this file all of it still works, only with whole pages.
(function () {
  'use strict';

  const meta = (name) => document.querySelector('meta[name="' + name + '"]')?.content;

  // Changes by htmx carry the token that a form has in a hidden field.
  document.addEventListener('htmx:configRequest', (event) => {
    const header = meta('csrf-header');
    if (header && event.detail.verb !== 'get') {
      event.detail.headers[header] = meta('csrf-token');
    }
  });

  // A session that is over is answered with the sign-in page: go there instead of swapping it in.
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (event.detail.xhr.responseURL && new URL(event.detail.xhr.responseURL).pathname === '/sign-in') {
      event.detail.shouldSwap = false;
      window.location.assign('/sign-in');
    }
  });

  const toast = (text, kind) => {
    const place = document.getElementById('toasts');
    if (!place || !text) {
      return;
    }
    const shown = document.createElement('div');
    shown.className = 'toast-note ' + (kind || 'info');
    shown.textContent = text;
    place.append(shown);
    window.setTimeout(() => shown.remove(), 6000);
  };
  const told = (name) => document.getElementById('toasts')?.dataset[name];
  // A part that reloads itself would otherwise repeat its complaint with every tick.
  const quiet = (event) => event.detail.elt?.closest?.('[data-live]');
  document.addEventListener('htmx:responseError', (event) => quiet(event) || toast(told('failed'), 'bad'));
  document.addEventListener('htmx:sendError', (event) => quiet(event) || toast(told('offline'), 'bad'));
  // The server says something with any answer: HX-Trigger: {"toast":{"text":"…","kind":"good"}}
  document.addEventListener('toast', (event) => toast(event.detail.text, event.detail.kind));

  document.addEventListener('click', (event) => {
    const toggle = event.target.closest('[data-toggles]');
    if (toggle) {
      const open = document.getElementById(toggle.dataset.toggles)?.classList.toggle('open');
      toggle.setAttribute('aria-expanded', String(Boolean(open)));
      return;
    }
    // <button data-opens="dialog-id">, and inside the dialog <button data-closes>.
    const opener = event.target.closest('[data-opens]');
    if (opener) {
      const dialog = document.getElementById(opener.dataset.opens);
      if (dialog && typeof dialog.showModal === 'function') {
        event.preventDefault();
        dialog.showModal();
      }
      return;
    }
    if (event.target.closest('[data-closes]')) {
      event.target.closest('dialog')?.close();
      return;
    }
    document.querySelectorAll('details.menu[open]').forEach((menu) => {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
  });

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      document.querySelectorAll('details.menu[open]').forEach((menu) => {
        menu.open = false;
        menu.querySelector('summary').focus();
      });
    }
  });

  // <input type="checkbox" data-checks="name"> ticks all of that name in its form.
  document.addEventListener('change', (event) => {
    const all = event.target.closest('[data-checks]');
    if (all) {
      all.form.querySelectorAll('input[type="checkbox"][name="' + all.dataset.checks + '"]').forEach((each) => {
        each.checked = all.checked;
      });
    }
  });

  // A file may be dropped where <div data-drop> has a field for it.
  ['dragover', 'dragleave', 'drop'].forEach((kind) => document.addEventListener(kind, (event) => {
    const zone = event.target.closest?.('[data-drop]');
    if (!zone) {
      return;
    }
    event.preventDefault();
    zone.classList.toggle('over', kind === 'dragover');
    const field = zone.querySelector('input[type="file"]');
    if (kind === 'drop' && event.dataTransfer.files.length > 0 && field) {
      field.files = event.dataTransfer.files;
      field.dispatchEvent(new Event('change', {bubbles: true}));
    }
  }));

  // <span class="file-field"> around a field for a file, its button and the name of what was chosen.
  document.addEventListener('change', (event) => {
    const name = event.target.closest?.('.file-field')?.querySelector('.file-name');
    if (name) {
      name.dataset.none ??= name.textContent;
      name.textContent = event.target.files[0]?.name ?? name.dataset.none;
    }
  });

  // A choice that needs no button: <select data-submits> sends its form.
  document.addEventListener('change', (event) => {
    if (event.target.closest('[data-submits]')) {
      event.target.form.requestSubmit();
    }
  });

  // Sent once: a second press of the same button while the answer is under way does nothing.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    form.setAttribute('aria-busy', 'true');
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach((form) => {
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
  }));

  // Deadlines count on from what the server said; words come with the element, {0} and {1} are the numbers.
  const countOn = () => document.querySelectorAll('[data-countdown]').forEach((element) => {
    const left = Math.floor((new Date(element.dataset.countdown) - Date.now()) / 1000);
    const [days, hours, minutes] = [Math.floor(left / 86400), Math.floor(left / 3600) % 24, Math.floor(left / 60) % 60];
    const [word, first, second] = left <= 0 ? ['over'] : days > 0 ? ['days', days, hours] : hours > 0 ? ['hours', hours, minutes] : ['minutes', minutes, left % 60];
    const text = element.dataset[word].replace('{0}', first).replace('{1}', second);
    if (element.textContent !== text) {
      element.textContent = text;
    }
    element.classList.toggle('close', days <= 0);
  });
  if (document.querySelector('[data-countdown]')) {
    window.setInterval(countOn, 1000);
  }

  // Where a form came back with faults, the reader begins at what is wrong. One that stands in a dialog is asked there again.
  document.addEventListener('DOMContentLoaded', () => {
    const dialog = document.querySelector('dialog[open]');
    dialog?.close();
    dialog?.showModal();
    (dialog ?? document).querySelector('.form-faults')?.focus();
  });
})();
