// Pages work without this file; it only makes them quicker to use.
document.addEventListener('keydown', (event) => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const field = document.getElementById('q') || document.getElementById('site-q');
    if (field) {
      event.preventDefault();
      field.focus();
    }
  }
});

// What cannot be fetched into the page is opened as a page, so that its message is read.
for (const failure of ['htmx:responseError', 'htmx:sendError']) {
  document.addEventListener(failure, (event) => {
    const path = event.detail.pathInfo && event.detail.pathInfo.finalRequestPath;
    if (path) {
      window.location.assign(path);
    }
  });
}
