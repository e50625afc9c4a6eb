// The one thing every page of the admin needs: on a phone, the navigation opens and closes.
const menuButton = document.getElementById("menu-button");
const nav = document.getElementById("nav");

menuButton.addEventListener("click", () => {
  const isOpen = nav.classList.toggle("is-open");
  menuButton.setAttribute("aria-expanded", String(isOpen));
});
nav.addEventListener("click", (event) => {
  if (event.target.closest("a")) nav.classList.remove("is-open");
});
