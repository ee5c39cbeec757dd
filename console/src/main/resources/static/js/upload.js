// A file goes to the API as it is, since that is what the API takes: <form data-upload="address"> with one file field, and a button
// data-removes that takes the file away again.
(function () {
  'use strict';

  const meta = (name) => document.querySelector('meta[name="' + name + '"]')?.content;

  const send = async (form, method, body) => {
    form.setAttribute('aria-busy', 'true');
    const headers = { [meta('csrf-header')]: meta('csrf-token') };
    if (body) {
      headers['Content-Type'] = body.type || 'application/octet-stream';
    }
    try {
      const answer = await fetch(form.dataset.upload, { method, body, headers });
      if (answer.ok) {
        window.location.reload();
        return;
      }
      const problem = await answer.json().catch(() => ({}));
      fail(form, said(form, problem.type) || problem.remedy || problem.detail);
    } catch (e) {
      fail(form);
    } finally {
      form.removeAttribute('aria-busy');
    }
  };

  // <form data-said-unsupported-file="…"> says in the language of the page why a file was not taken.
  const said = (form, type) => form.getAttribute('data-said-' + String(type).split('/').pop());

  const fail = (form, detail) => document.dispatchEvent(
    new CustomEvent('toast', { detail: { text: form.dataset.failed + (detail ? ' ' + detail : ''), kind: 'bad' } }));

  document.addEventListener('submit', (event) => {
    const form = event.target.closest('[data-upload]');
    if (form) {
      event.preventDefault();
      const file = form.querySelector('input[type=file]').files[0];
      if (file) {
        send(form, 'PUT', file);
      }
    }
  });

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-removes]');
    if (button) {
      send(button.closest('[data-upload]'), 'DELETE');
    }
  });
})();
