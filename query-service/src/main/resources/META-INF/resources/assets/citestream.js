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

// The guide stays beside the page until it is closed.
document.addEventListener('keydown', (event) => {
  const guide = document.querySelector('.guide:popover-open');
  if (event.key === 'Escape' && guide) {
    guide.hidePopover();
    document.querySelector('[popovertarget=help]').focus();
  }
});

// What cannot be loaded into the page is opened as a page, so that its message can be read.
for (const failure of ['htmx:responseError', 'htmx:sendError']) {
  document.addEventListener(failure, (event) => {
    const path = event.detail.pathInfo && event.detail.pathInfo.finalRequestPath;
    if (path) {
      window.location.assign(path);
    }
  });
}

// What was expanded stays so when its part of the page is replaced.
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

// The handles of a slider and the two submitted fields stay in sync; neither handle passes the other.
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

// A search box suggests works and authors while one types; without this, the form still works.
for (const field of document.querySelectorAll('[data-suggest]')) {
  const list = document.createElement('div');
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Suggestions');
  list.id = `${field.id}-suggestions`;
  list.hidden = true;
  field.parentElement.append(list);
  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-expanded', 'false');
  field.setAttribute('aria-controls', list.id);
  let timer = null;
  let asked = null;

  const options = () => [...list.children];
  const chosen = () => options().findIndex((option) => option.getAttribute('aria-selected') === 'true');
  const close = () => {
    list.hidden = true;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  };
  const choose = (place) => {
    options().forEach((option, i) => option.setAttribute('aria-selected', i === place ? 'true' : 'false'));
    const option = options()[place];
    if (option) {
      field.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({block: 'nearest'});
    } else {
      field.removeAttribute('aria-activedescendant');
    }
  };
  const show = (suggestions) => {
    list.replaceChildren(...suggestions.map((suggestion, i) => {
      const option = document.createElement('div');
      option.id = `${list.id}-${i}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      const text = document.createElement('span');
      text.textContent = suggestion.text;
      const kind = document.createElement('span');
      kind.className = 'dim';
      kind.textContent = suggestion.publication ? 'work' : 'author';
      option.append(text, kind);
      option.dataset.address = suggestion.publication
        ? `/find?q=${encodeURIComponent(suggestion.publication)}`
        : `/authors/${encodeURIComponent(suggestion.text)}`;
      return option;
    }));
    list.hidden = suggestions.length === 0;
    field.setAttribute('aria-expanded', list.hidden ? 'false' : 'true');
  };
  field.addEventListener('input', () => {
    clearTimeout(timer);
    const typed = field.value.trim();
    if (typed.length < 2) {
      close();
      return;
    }
    timer = setTimeout(async () => {
      asked = typed;
      const answer = await fetch(`${field.dataset.suggest}?limit=8&q=${encodeURIComponent(typed)}`);
      const suggestions = answer.ok ? await answer.json() : [];
      if (asked === typed && document.activeElement === field) {
        show(suggestions);
      }
    }, 150);
  });
  // While someone is choosing, a late answer must not replace the list.
  const settle = () => {
    clearTimeout(timer);
    asked = null;
  };
  field.addEventListener('keydown', (event) => {
    if (list.hidden) {
      return;
    }
    const last = options().length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      settle();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next = chosen() + step;
      choose(next > last ? -1 : next < -1 ? last : next);
    } else if (event.key === 'Enter' && chosen() >= 0) {
      event.preventDefault();
      window.location.assign(options()[chosen()].dataset.address);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      settle();
      close();
    }
  });
  list.addEventListener('mousedown', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) {
      event.preventDefault();
      window.location.assign(option.dataset.address);
    }
  });
  field.addEventListener('blur', close);
}

// A map wider than the screen begins at the work that it is about.
for (const box of document.querySelectorAll('.map .scroll')) {
  const dot = box.querySelector('.dot.center');
  if (dot) box.scrollLeft = dot.getBoundingClientRect().left - box.getBoundingClientRect().left - box.clientWidth / 2;
}
