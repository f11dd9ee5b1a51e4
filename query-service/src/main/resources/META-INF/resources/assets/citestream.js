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

// What was unfolded stays so when its place in the page is renewed.
const unfolded = new Set();
document.addEventListener('toggle', (event) => {
  if (event.target.tagName === 'DETAILS' && event.target.id && event.target.isConnected) {
    unfolded[event.target.open ? 'add' : 'delete'](event.target.id);
  }
}, true);
for (const renewed of ['htmx:afterSwap', 'htmx:oobAfterSwap']) {
  document.addEventListener(renewed, () => {
    for (const id of unfolded) {
      const details = document.getElementById(id);
      if (details) {
        details.open = true;
      }
    }
  });
}

// The handles of a slider and the two fields that are sent say the same; neither handle passes the other.
document.addEventListener('input', (event) => {
  const slider = event.target.closest && event.target.closest('.slider');
  if (!slider) {
    return;
  }
  const [from, to] = slider.querySelectorAll('input');
  if (Number(from.value) > Number(to.value)) {
    event.target.value = event.target === from ? to.value : from.value;
  }
  document.getElementById(slider.dataset.from).value = from.value === from.min ? '' : from.value;
  document.getElementById(slider.dataset.to).value = to.value === to.max ? '' : to.value;
});
