"""One page for each place in the navigation.

A page is a subclass of `ui.pages.page.Page`, made from a `Session`. `ui.pages.registry.FACTORIES` says which page
stands in which place: a page is made when it is first shown.
"""
