// Links to the plain page open the widget instead, where there is one.
document.addEventListener("click", (event) => {
  const widget = document.querySelector("jisr-chat:defined");
  if (!widget || !event.target.closest("[data-opens-chat]")) return;
  event.preventDefault();
  widget.open();
});
