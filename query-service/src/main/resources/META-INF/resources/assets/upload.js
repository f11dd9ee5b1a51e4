// Sends the chosen files one after the other and shows the progress and the result of each.
const form = document.getElementById('upload');
const MOST_REASONS = 20;

function plural(count, word) {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}

function add(parent, tag, text) {
  const element = document.createElement(tag);
  element.textContent = text || '';
  parent.append(element);
  return element;
}

function reason(line) {
  const why = line.rejected || line.failed;
  const place = why.line ? ` (line ${why.line}${why.column ? `, column ${why.column}` : ''})` : '';
  return `${line.file}${place}: ${why.detail || why.reason}`;
}

function report(block, text) {
  const lines = text.split('\n').filter((line) => line).map((line) => JSON.parse(line));
  const taken = lines.filter((line) => line.publication);
  const others = lines.filter((line) => !line.publication);
  const unchanged = taken.filter((line) => line.unchanged).length;
  const statements = taken.reduce((sum, line) => sum + line.statements, 0);
  add(block, 'p', lines.length === 0
    ? 'No article in it.'
    : `${plural(taken.length, 'article')} (${unchanged} unchanged), ${plural(statements, 'statement')}, ${others.length} rejected.`);
  if (others.length > 0) {
    const list = add(block, 'ul');
    others.slice(0, MOST_REASONS).forEach((line) => add(list, 'li', reason(line)));
    if (others.length > MOST_REASONS) {
      add(list, 'li', `… and ${others.length - MOST_REASONS} more.`);
    }
  }
  return others.length === 0;
}

function problem(request) {
  try {
    const said = JSON.parse(request.responseText);
    return said.detail || said.title;
  } catch (notJson) {
    return `The server answered ${request.status || 'nothing'}.`;
  }
}

function send(file, list) {
  const block = add(list, 'section');
  add(block, 'h3', file.name);
  const state = add(block, 'p', 'Uploading…');
  const bar = add(block, 'progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', `Upload of ${file.name}`);
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${form.action}?file=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept', 'application/x-ndjson, application/problem+json');
    request.upload.addEventListener('progress', (event) => {
      bar.value = event.lengthComputable && event.total > 0 ? event.loaded / event.total : 0;
    });
    request.upload.addEventListener('load', () => {
      state.textContent = 'Reading…';
      bar.removeAttribute('value');
    });
    request.addEventListener('loadend', () => {
      state.remove();
      bar.remove();
      if (request.status === 200) {
        report(block, request.responseText);
      } else {
        add(block, 'p', `Not taken: ${problem(request)}`);
      }
      done();
    });
    request.send(file);
  });
}

if (form) {
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const field = document.getElementById('files');
    const button = form.querySelector('button');
    const list = document.getElementById('upload-list');
    list.replaceChildren();
    if (field.files.length === 0) {
      add(list, 'p', 'Choose one or more files first.');
      return;
    }
    button.disabled = true;
    for (const file of field.files) {
      await send(file, list);
    }
    button.disabled = false;
  });
}
